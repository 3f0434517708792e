export const invitation = {
  title: 'Choose a password',
  intro: 'You were invited to Lotse. Please choose a password. Then you are signed in.',
  password: 'New password',
  hint: 'At least {n} characters. Four words are easy to remember.',
  show: 'Show the password',
  submit: 'Save the password',
  tooShort: 'Please choose a password of at least {n} characters.',
  notValid:
    'This invitation is not valid any more. It was used already, or it is older than 7 days. Please ask for another one.',
  wait: 'Please wait {seconds} seconds. Then you can try again.',
  away: 'The server does not answer just now. Please try again in a moment.',
};
