print(f"{a = b}")
