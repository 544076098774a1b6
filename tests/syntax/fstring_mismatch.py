print(f"{(a]}")
