print(f"{a # b}")
