Thank you for your message. I am the automatic concierge and write in English only, so I am passing it to a colleague, who will answer you here in person.
