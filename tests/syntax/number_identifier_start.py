1st = 3
