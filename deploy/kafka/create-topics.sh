#!/bin/sh
# Creates the declared topics that are missing: lines of "name partitions cleanup" in /topics.txt.
# KAFKA_ADMIN_SETTINGS is a file with the settings that a protected broker asks for.
set -eu

grep -v '^#' /topics.txt | while read -r name partitions cleanup; do
  [ -n "$name" ] || continue
  /opt/kafka/bin/kafka-topics.sh --bootstrap-server "$KAFKA_BOOTSTRAP_SERVERS" ${KAFKA_ADMIN_SETTINGS:+--command-config "$KAFKA_ADMIN_SETTINGS"} \
    --create --if-not-exists --topic "$name" --partitions "$partitions" --replication-factor 1 --config "cleanup.policy=$cleanup" </dev/null
done
