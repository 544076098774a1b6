print "%s" % x
