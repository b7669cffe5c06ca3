/// The web shop's roles by number, from 1.
package enum StandardRoles {
  package static let all: [(name: String, shown: String)] = [
    ("ADMIN", "Administrator"), ("MANAGER", "Manager"), ("THERAPIST", "Therapist"),
    ("RECEPTIONIST", "Receptionist"), ("CUSTOMER", "Customer"), ("MARKETING", "Marketing"),
    ("INVENTORY_MANAGER", "Inventory manager"),
  ]
}
