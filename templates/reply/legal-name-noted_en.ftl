Thank you. The agreement will be in the name of “${name}”. If it should read differently, simply tell me.
