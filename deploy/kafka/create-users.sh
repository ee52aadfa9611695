#!/bin/sh
# Creates the users of a broker with SASL, and lists what each may do. A service writes to the topics of its context. It reads the topics whose
# dead letters it writes: /topics.txt names both. The console and an observer only read.
set -eu

admin() {
  program="$1"
  shift
  "/opt/kafka/bin/$program" --bootstrap-server "$KAFKA_BOOTSTRAP_SERVERS" --command-config "$KAFKA_ADMIN_SETTINGS" "$@" </dev/null
}

# user NAME PASSWORD
user() {
  file="$(mktemp)" # not an argument, because every process of the machine sees arguments
  printf 'SCRAM-SHA-512=password=%s\n' "$2" >"$file"
  admin kafka-configs.sh --alter --entity-type users --entity-name "$1" --add-config-file "$file"
  rm "$file"
}

# allow NAME ACL-OPTIONS...
allow() {
  name="$1"
  shift
  admin kafka-acls.sh --add --allow-principal "User:$name" "$@" >/dev/null
}

topics() {
  grep -v '^#' /topics.txt | cut -d ' ' -f 1 | sed -n "$1" | sed 's/^/--topic /'
}

# service CONTEXT GROUP PASSWORD
service() {
  user "$1" "$3"
  # the lists are options: words to be split
  # shellcheck disable=SC2046
  allow "$1" --operation Write --operation Describe $(topics "/\.dlq\$/!{/^pkh\.$1\./p;}; /\.$1\.dlq\$/p")
  # shellcheck disable=SC2046
  allow "$1" --operation Read --operation Describe $(topics "s/\.$1\.dlq\$//p")
  allow "$1" --operation Read --group "$2"
}

# reader NAME PASSWORD
reader() {
  user "$1" "$2"
  allow "$1" --operation Read --operation Describe --topic pkh. --resource-pattern-type prefixed
  allow "$1" --operation Describe --group '*'
}

service registry kpm-registry-service "$REGISTRY_KAFKA_PASSWORD"
# the feed of the registry has the events of every public topic
# shellcheck disable=SC2046
allow registry --operation Read --operation Describe $(topics '/\.dlq$/!p')
allow registry --operation Read --group kpm-registry-service-feed
service meeting meeting-service "$MEETING_KAFKA_PASSWORD"
service verification verification-service "$VERIFICATION_KAFKA_PASSWORD"
service disbursement disbursement-service "$DISBURSEMENT_KAFKA_PASSWORD"
reader console "$CONSOLE_KAFKA_PASSWORD"
reader observer "$OBSERVER_KAFKA_PASSWORD"
