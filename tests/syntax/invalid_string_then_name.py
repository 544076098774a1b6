x = "a"b
