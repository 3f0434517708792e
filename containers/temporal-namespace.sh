#!/bin/sh
# Makes the namespace TEMPORAL_NAMESPACE on the server TEMPORAL_ADDRESS where it is missing. What has ended there is kept
# for three days: what a journey was stands in Lotse's own log.
set -u

for try in $(seq 60); do
  temporal operator namespace describe --namespace "$TEMPORAL_NAMESPACE" > /dev/null 2>&1 && exit 0
  temporal operator namespace create --namespace "$TEMPORAL_NAMESPACE" --retention 72h
  sleep 1
done
echo "The namespace $TEMPORAL_NAMESPACE could not be made within a minute; is $TEMPORAL_ADDRESS a Temporal?" >&2
exit 1
