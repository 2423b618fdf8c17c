#!/bin/bash
# A list in eight parts, four at once, with GNU parallel: parallel.sh domains.txt
# With --sshloginfile machines.txt the parts go to several machines; --joblog and --resume leave out what is done.
parallel --jobs 4 \
  'mailcheck --targets '"$1"' --shard {}/8 -q -o result-{}.ndjson --resume; case $? in 0|1|3) exit 0;; *) exit 1;; esac' \
  ::: 1 2 3 4 5 6 7 8
