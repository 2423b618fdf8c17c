#!/bin/bash
# A list in eight parts, a task of an array each: sbatch slurm.sh domains.txt
#SBATCH --job-name=mailcheck
#SBATCH --array=0-7%4
#SBATCH --cpus-per-task=1
#SBATCH --mem=512M
#SBATCH --requeue
# A part that was killed goes on where it was.
mailcheck --targets "$1" --shard env -q -o "result-$SLURM_ARRAY_TASK_ID.ndjson" --resume
# 1 says that some target does not work, and 3 that some cannot be told: the part is done all the same.
case $? in 0 | 1 | 3) exit 0 ;; *) exit 1 ;; esac
