#!/usr/bin/env bash
# Backs up Siyu's database and data folder into a new folder: backup.sh FOLDER
#
# The database is dumped first and the data folder copied after it. A file is written before the row that names it and
# stays as it is, so a folder that is copied later has whatever the dump speaks of; what is newer than the dump is only
# left over. The other way round rows could name files that the copy has not. Nothing has to be stopped for it, but no
# migration may run meanwhile.
#
# The keys (SIYU_PRIVACY_KEYSET, SIYU_PRIVACY_LOOKUP_KEY) are not in a backup and must not be kept beside it: with them it
# tells names, phones and addresses, without them nobody can read those, its owner included. Keep them where secrets are
# kept, under a copy of their own.
#
# SIYU_DB_URL        jdbc:mysql://host:3306/siyu, as the service has it
# SIYU_DB_USER       a login with SELECT, LOCK TABLES, SHOW VIEW, EVENT and TRIGGER, or the service's own
# SIYU_DB_PASSWORD
# SIYU_DATA_FOLDER   the folder that the replicas share
# SIYU_DB_OPTIONS    more options for the client, such as --skip-ssl; optional
# SIYU_BACKUP_DAYS   older backups are deleted once a new one is complete; optional, by default none is
set -euo pipefail
umask 077
# What the service keeps for good or still needs. Half-received uploads (arriving) are passing.
readonly folders=(materials intake)

target=${1:?backup.sh FOLDER}
: "${SIYU_DB_URL:?}" "${SIYU_DB_USER:?}" "${SIYU_DATA_FOLDER:?}"
[[ $SIYU_DB_URL =~ ^jdbc:(mysql|mariadb)://([^:/?]+)(:([0-9]+))?/([A-Za-z0-9_-]+) ]] ||
  { echo "SIYU_DB_URL is no jdbc:mysql://host:port/database" >&2; exit 2; }
host=${BASH_REMATCH[2]} port=${BASH_REMATCH[4]:-3306} database=${BASH_REMATCH[5]}
[[ -d $SIYU_DATA_FOLDER ]] || { echo "There is no folder $SIYU_DATA_FOLDER" >&2; exit 2; }
dump=$(command -v mysqldump || command -v mariadb-dump) || { echo "Install mysqldump or mariadb-dump" >&2; exit 2; }

mkdir -p "$target"
work=$target/siyu-$(date -u +%Y%m%dT%H%M%SZ)
mkdir "$work.partial"
login=$(mktemp)
trap 'rm -rf "$login" "$work.partial"' EXIT
# In a file, so that no list of processes shows it.
printf '[client]\nhost=%s\nport=%s\nprotocol=tcp\nuser=%s\npassword="%s"\n' "$host" "$port" "$SIYU_DB_USER" \
  "$(sed 's/[\\"]/\\&/g' <<<"${SIYU_DB_PASSWORD:-}")" >"$login"

# One view of all tables as of one moment. Binary values as hexadecimal digits, which no character set can change.
options=(--single-transaction --quick --skip-lock-tables --no-tablespaces --hex-blob --default-character-set=utf8mb4
  --max-allowed-packet=1G --skip-dump-date)
for option in set-gtid-purged=OFF column-statistics=0; do
  # Of MySQL's own client only.
  if "$dump" --help 2>/dev/null | grep -q -- "--${option%%=*}"; then options+=("--$option"); fi
done
# shellcheck disable=SC2086
"$dump" --defaults-extra-file="$login" "${options[@]}" ${SIYU_DB_OPTIONS:-} "$database" | gzip >"$work.partial/database.sql.gz"

present() {
  local folder
  for folder in "${folders[@]}"; do
    if [[ -d $SIYU_DATA_FOLDER/$folder ]]; then echo "$folder"; fi
  done
}
status=0
tar -C "$SIYU_DATA_FOLDER" -czf "$work.partial/data.tar.gz" --warning=no-file-changed --warning=no-file-removed \
  --files-from=<(present) || status=$?
# 1: a file changed or went while it was read, as those of imports do once they are over.
((status <= 1)) || exit "$status"

(cd "$work.partial" && sha256sum database.sql.gz data.tar.gz >SHA256SUMS)
mv "$work.partial" "$work"
echo "$work is complete. The keys are not in it: keep them elsewhere."
if [[ -n ${SIYU_BACKUP_DAYS:-} ]]; then
  find "$target" -mindepth 1 -maxdepth 1 -type d -name 'siyu-*Z' ! -path "$work" -mtime "+$SIYU_BACKUP_DAYS" -exec rm -rf {} +
fi
