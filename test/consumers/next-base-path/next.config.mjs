/** @type {import('next').NextConfig} */
export default { basePath: '/shop', trailingSlash: true, skipTrailingSlashRedirect: true };
