Ich sehe keine offene Buchung von Ihnen; es gibt also nichts zu stornieren.
