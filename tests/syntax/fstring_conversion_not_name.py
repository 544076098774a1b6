print(f"{a!3}")
