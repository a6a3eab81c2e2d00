# MySQL's own client, and tar, for backup.sh and restore.sh.
FROM mysql:8.4.7
RUN microdnf install -y tar && microdnf clean all
COPY backup.sh restore.sh backup-nightly.sh /usr/local/bin/
ENTRYPOINT ["bash"]
CMD ["/usr/local/bin/backup-nightly.sh"]
