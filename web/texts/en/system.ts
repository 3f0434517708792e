export const system = {
  title: 'System',
  overall_ok: 'Everything is running.',
  overall_degraded: 'A part is down. What has been recorded is not lost.',
  overall_unknown: 'The server does not answer. What you see is from before.',
  parts: 'Parts',
  part: 'Part',
  state: 'State, and what it means for coaches',
  up: 'running',
  down: 'down',
  database: 'Database',
  temporal: 'Workflow engine',
  worker: 'Worker',
  relay: 'Relay',
  mail: 'E-mail delivery',
  database_up: 'Cases can be read and changed.',
  database_down: 'Nothing can be read or saved. What is typed is kept in the browser.',
  temporal_up: 'Reminders and deadlines are triggered on time.',
  temporal_down: 'Reminders are late, nothing is lost. Recording goes on.',
  worker_up: 'What is due is carried out.',
  worker_down: 'What is due waits and is made up for. Recording goes on.',
  relay_up: 'New entries reach the workflow engine.',
  relay_down: 'New entries are saved but have their effect on reminders later.',
  mail_up: 'E-mails are accepted.',
  mail_down: 'E-mails leave later. Please call in urgent cases.',
  refolding:
    '{count, plural, one {One case is} other {# cases are}} being prepared again after an upgrade. Reading and recording go on.',
  reading_names:
    'Lotse has just started and is reading in the names, {count} so far. Searching by name works in a few seconds.',
  disk_low: 'There is little room left on the disk: {count} MB. Please make room soon.',
  disk_full:
    'The disk is full. Reading goes on; what is new is saved again only once there is room. What has been saved is not lost.',
  clock_differs:
    'The clock of the machine that carries out what is due is off by {count, plural, one {one second} other {# seconds}}. Deadlines go by the clock of the database and are right.',
  differences:
    'The nightly check found {count, plural, one {a difference} other {# differences}} that somebody has to look at. Please tell your technicians.',
  reconciliation_overdue:
    'The nightly check has not been done for more than 36 hours. Recording and reminding go on.',
  recovering:
    '{count, plural, one {For one case the time is} other {For # cases the time is}} being kept anew after a recovery. Reminders may be late, nothing is lost. Recording goes on.',
  checked: 'Last checked: {time}. Checked again every 15 seconds.',
  links: 'For technicians',
  docs: 'Description of the interface',
  mails: 'Look at caught e-mails',
};
