/**
 * Two roles of this database, neither of which can log in: `<database>_app` appends and reads, `<database>_import`
 * may also say when something was recorded (demonstration, simulation, merges). Roles belong to the whole cluster,
 * so they carry the database's name. The logins that use them are granted at start (see grant-roles.ts).
 */
export const roles = `
DO $$
DECLARE role_name text;
BEGIN
  FOREACH role_name IN ARRAY ARRAY[current_database() || '_app', current_database() || '_import'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN', role_name);
    END IF;
  END LOOP;
  EXECUTE format('GRANT %I TO %I', current_database() || '_app', current_database() || '_import');
END $$;
`;
