# What a seal on a page says. It states who, when and where; it must never sound like a verdict.
seal-time = Signed { $time } UTC
seal-reason = Reason: { $reason }
seal-location = Place: { $place }
seal-level = Level: { $level }
