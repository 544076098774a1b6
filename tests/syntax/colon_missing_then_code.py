if True print("x")
