x.class = 3
