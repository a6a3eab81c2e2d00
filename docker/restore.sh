#!/usr/bin/env bash
# Restores a backup into an empty database and an empty data folder: restore.sh FOLDER/siyu-20261129T030000Z
#
# Let no replica run meanwhile. Takes the same variables as backup.sh, with a login that may create tables. The database
# must be there and have no table. The service then needs the same keys as before; it goes on where the backup was made:
# leases lapse, timed work that was due since is done, and an import whose file was gone by then fails and says so.
set -euo pipefail

backup=${1:?restore.sh BACKUP}
: "${SIYU_DB_URL:?}" "${SIYU_DB_USER:?}" "${SIYU_DATA_FOLDER:?}"
[[ $SIYU_DB_URL =~ ^jdbc:(mysql|mariadb)://([^:/?]+)(:([0-9]+))?/([A-Za-z0-9_-]+) ]] ||
  { echo "SIYU_DB_URL is no jdbc:mysql://host:port/database" >&2; exit 2; }
host=${BASH_REMATCH[2]} port=${BASH_REMATCH[4]:-3306} database=${BASH_REMATCH[5]}
client=$(command -v mysql || command -v mariadb) || { echo "Install mysql or mariadb" >&2; exit 2; }

(cd "$backup" && sha256sum --quiet --check SHA256SUMS) || { echo "$backup is damaged" >&2; exit 3; }

login=$(mktemp)
trap 'rm -f "$login"' EXIT
printf '[client]\nhost=%s\nport=%s\nprotocol=tcp\nuser=%s\npassword="%s"\n' "$host" "$port" "$SIYU_DB_USER" \
  "$(sed 's/[\\"]/\\&/g' <<<"${SIYU_DB_PASSWORD:-}")" >"$login"
query() {
  # shellcheck disable=SC2086
  "$client" --defaults-extra-file="$login" --default-character-set=utf8mb4 --max-allowed-packet=1G ${SIYU_DB_OPTIONS:-} \
    --batch --skip-column-names "$database" "$@"
}

tables=$(query --execute="SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE()")
[[ $tables == 0 ]] || { echo "The database $database has $tables tables: restore into an empty one" >&2; exit 4; }
mkdir -p "$SIYU_DATA_FOLDER"
[[ -z $(find "$SIYU_DATA_FOLDER" -mindepth 1 -print -quit) ]] ||
  { echo "$SIYU_DATA_FOLDER is not empty: restore into an empty folder" >&2; exit 4; }

# Files first: rows that name them come after.
tar -C "$SIYU_DATA_FOLDER" -xzf "$backup/data.tar.gz"
gunzip <"$backup/database.sql.gz" | query
echo "$backup is restored. Start the service with the keys it had."
