#!/usr/bin/env bash
# Once a day, at SIYU_BACKUP_HOUR in UTC: Siyu's database and data folder, then Keycloak's database with its people.
# One that fails is tried again an hour later.
set -uo pipefail
hour=${SIYU_BACKUP_HOUR:-19}
nothing=$(mktemp -d)

while :; do
  now=$(date -u +%s)
  next=$(date -u -d "$(date -u +%F) $hour:00" +%s)
  sleep $(((next - now + 86400) % 86400 + 1))
  until backup.sh /backups/siyu &&
    SIYU_DB_URL=jdbc:mysql://mysql:3306/keycloak SIYU_DB_USER=keycloak SIYU_DB_PASSWORD=$KEYCLOAK_DB_PASSWORD \
      SIYU_DATA_FOLDER=$nothing backup.sh /backups/keycloak; do
    echo "The backup failed and will be tried again in an hour" >&2
    sleep 3600
  done
done
