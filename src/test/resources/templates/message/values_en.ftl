${start}
${when(start, end)}
${budget}
${date}
${number}
