/** Names of answers in which a number is one of the owner's: of an order, of a parcel. */
export const numbered = /order|invoice|receipt|ticket|booking|reservation|customer|account|article|item|product|sku|serial|tracking|parcel|reference|number$|nummer$|_?n[ro]$/i
