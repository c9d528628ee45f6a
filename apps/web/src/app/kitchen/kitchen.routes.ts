export const kitchenRoutes = [];
