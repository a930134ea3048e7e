Answer: ${question}
