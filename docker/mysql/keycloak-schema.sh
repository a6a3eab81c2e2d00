#!/usr/bin/env bash
# Runs once, when the database server is new: a schema and a login of Keycloak's own.
mysql --protocol=socket -uroot -p"$MYSQL_ROOT_PASSWORD" <<SQL
CREATE DATABASE keycloak CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
CREATE USER 'keycloak'@'%' IDENTIFIED BY '$KEYCLOAK_DB_PASSWORD';
GRANT ALL ON keycloak.* TO 'keycloak'@'%';
SQL
