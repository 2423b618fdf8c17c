# mailcheck speaks English.
#
# One entry a finding, a class, a code, a label. An entry is cut out and parsed when it is first asked for, so an
# entry refers to no other entry.
