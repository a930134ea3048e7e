Vielen Dank. Der Vertrag wird auf den Namen „${name}“ lauten. Sollte er anders geschrieben werden, sagen Sie es mir einfach.
