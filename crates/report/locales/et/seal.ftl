# What a seal on a page says. It states who, when and where; it must never sound like a verdict.
seal-time = Allkirjastatud { $time } UTC
seal-reason = Põhjus: { $reason }
seal-location = Koht: { $place }
seal-level = Tase: { $level }
