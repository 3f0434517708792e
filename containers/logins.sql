-- Run once by the image of PostgreSQL, when its volume is empty: the logins of compose's services, each with what it
-- needs. `lotse_owner` makes the schema and the roles; `lotse` acts as the application's role and owns nothing, so
-- that no running process could change what has happened; `temporal` makes databases of its own.
\getenv owner_password LOTSE_OWNER_PASSWORD
\getenv login_password LOTSE_LOGIN_PASSWORD
\getenv temporal_password TEMPORAL_LOGIN_PASSWORD

CREATE ROLE lotse_owner LOGIN CREATEROLE PASSWORD :'owner_password';
CREATE ROLE lotse LOGIN PASSWORD :'login_password';
CREATE ROLE temporal LOGIN CREATEDB PASSWORD :'temporal_password';
CREATE DATABASE lotse OWNER lotse_owner;
