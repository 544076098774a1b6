print(f"{a:>{w}")
