x = a[*b] c
