if x == 1: print(2) else: print(3)
