x = f"{name
