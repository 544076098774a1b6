print(f"{a!}")
