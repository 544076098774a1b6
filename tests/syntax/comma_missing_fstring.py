print(f"a" c)
