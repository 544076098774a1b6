print(f"{*}")
