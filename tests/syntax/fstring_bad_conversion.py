print(f"{a!x}")
