#!/bin/bash
# A database and a role for each service, and for Keycloak; runs once, on an empty data directory.
set -euo pipefail

create() {
  psql --username "${POSTGRES_USER:-postgres}" --dbname postgres --set ON_ERROR_STOP=1 \
    --set "name=$1" --set "password=$2" <<'SQL'
CREATE ROLE :"name" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name";
REVOKE CONNECT ON DATABASE :"name" FROM PUBLIC;
SQL
}

create registry "$REGISTRY_PASSWORD"
create meeting "$MEETING_PASSWORD"
create verification "$VERIFICATION_PASSWORD"
create disbursement "$DISBURSEMENT_PASSWORD"
create keycloak "$KEYCLOAK_PASSWORD"
