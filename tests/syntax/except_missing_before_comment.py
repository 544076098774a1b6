try:
    x = 1
# no handler
