La garder
