print(f"{a)}")
