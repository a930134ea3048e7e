Thank you for your message. I write in English only myself, so I am passing it to a colleague, who will answer you here in person.
