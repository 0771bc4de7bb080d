# What a seal on a page says. It states who, when and where; it must never sound like a verdict.
seal-time = Pasirašyta { $time } UTC
seal-reason = Priežastis: { $reason }
seal-location = Vieta: { $place }
seal-level = Lygmuo: { $level }
